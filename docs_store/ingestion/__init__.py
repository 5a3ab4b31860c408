"""Files → articles → store: which files are to be read, the processes that read them, and what is stored and gone."""
