"""What a reader can do: one class a command. Keys, footer, palette, help screen and README table come from here."""
