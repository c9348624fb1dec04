# Reads every file of a folder as a user of R does, and writes what R has read as plain text:
# days as 2023-05-30, words by their labels, what is missing as nothing.
folder <- commandArgs(trailingOnly = TRUE)[1]
suppressPackageStartupMessages({
  library(haven)
  library(readr)
})
plain <- function(column) {
  labels <- attr(column, "labels")
  text <- if (inherits(column, "Date")) {
    format(column, "%Y-%m-%d")
  } else if (is.null(labels)) {
    format(column, scientific = FALSE, trim = TRUE, digits = 15)
  } else {
    as.character(as_factor(column))
  }
  if (is.character(column)) text <- column
  text[is.na(column)] <- ""
  text
}
for (path in list.files(folder, pattern = "[.](dta|sav|csv)$", full.names = TRUE)) {
  read <- switch(tools::file_ext(path),
    dta = read_dta(path),
    sav = read_sav(path),
    csv = read_csv(path, col_types = cols(), na = "", progress = FALSE)
  )
  if (grepl("csv$", path) && nrow(problems(read)) > 0) stop(path, ": ", nrow(problems(read)))
  texts <- lapply(read, plain)
  labels <- vapply(read, function(one) toString(attr(one, "label")), "")
  target <- file(paste0(path, ".read"), open = "w", encoding = "UTF-8")
  write.csv(rbind(labels, as.data.frame(texts, check.names = FALSE)), target,
    row.names = FALSE, na = ""
  )
  close(target)
}
