package deflate

import "math/bits"

// parse turns data from begin to at most end into tokens and returns how far
// it came. A match is passed over for a better one that begins with the next
// byte.
func (c *compressor) parse(begin, end int) int {
	data := c.data
	at := begin
	for at < end && len(c.tokens) < maxTokens {
		length, offset := c.find(at, 0, end)
		if length == 0 {
			c.literal(data[at])
			at++
			continue
		}
		for length < nice && at+1 < end {
			longer, from := c.find(at+1, length-1, end)
			if longer == 0 || 4*(longer-length)+bits.Len(uint(offset))-bits.Len(uint(from)) <= 0 {
				break
			}
			c.literal(data[at])
			at++
			length, offset = longer, from
		}
		c.match(length, offset)
		for i := at + 2; i < min(at+length, at+known, len(data)-linked+1); i++ {
			c.insert(i)
		}
		at += length
	}
	return at
}
