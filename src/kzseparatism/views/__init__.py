"""What a person is shown of records: a row, a page, plain values, HTML."""
