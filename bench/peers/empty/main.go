// Command empty does nothing: the floor under every cold process.
package main

func main() {}
