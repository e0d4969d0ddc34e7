"""Every word a person sees, in every language of the cabinet."""
