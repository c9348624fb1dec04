"""Relations: rows under typed columns, and the data frames that are made of them."""
