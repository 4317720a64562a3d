"""What must hold between records: one module a family, each rule a function from the catalogue to problems."""
