@rem What `npm start` calls on Windows. Elsewhere `exec` is of the shell, and puts the server into its place, so that signals reach it.
@%*
