"""What staff use at their desk, made from the declarations of records and catalogue."""
