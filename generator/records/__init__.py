"""What the kinds of records are: one declaration a field, from which everything else is made."""
