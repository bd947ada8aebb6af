package state

import (
	"context"
	"time"
)

// Forget takes out what nobody asks for any more: slots and notices from
// before an instant, as far as they are done.
func (tx *Tx) Forget(ctx context.Context, before time.Time) error {
	_, err := tx.exec(ctx, `delete from brief_slot where done > 0 and done < ?1`, micros(before))
	if err == nil {
		_, err = tx.exec(ctx, `delete from brief_notice where told > 0 and told < ?1`, micros(before))
	}
	return err
}
