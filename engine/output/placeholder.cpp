namespace plumbline {}
