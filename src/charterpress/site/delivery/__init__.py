"""Say how a site must be served: what browsers may load, and the files that tell web servers."""
