#include "plumbline/engine.h"

namespace plumbline {}
