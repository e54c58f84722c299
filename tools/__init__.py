"""Small scripts for work on Neurarium: setting up, building the page, finding Node and a browser."""
