"""The workbook for coders: a sheet a table and part, written and read back. Needs openpyxl."""
