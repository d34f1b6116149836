#pragma once

#include <string>
#include <vector>

#include "engine/rules/schema_part.h"
#include "plumbline/message.h"

/// What the validator says about nodes and parts.
namespace plumbline::rules {

/// "text 'x'", "the number 5", "a list", "nothing".
Message described(const Node& node);

/// "expected true or false, found text 'yes'; write true or false" for a node of the wrong type;
/// `of` stands before it.
Message type_mismatch(Message of, const Schema::Part& part, const Node& node);
bool type_fits(const std::string& type, const Node& node);

/// A scalar equals one of the constants, by type too.
bool is_constant(const Schema::Part& part, const Node& node);

/// Words that a part allows for a scalar or a key, through $ref, enum, const, anyOf, allOf.
std::vector<std::string> allowed_words(const Schema::Part& part);

/// What a `pattern` asks for: itself, in Chinese in words.
Message form_asked(const std::string& pattern);

/// "; allowed: a, b, c", or nothing.
Message listed(const std::vector<std::string>& all);

}  // namespace plumbline::rules
