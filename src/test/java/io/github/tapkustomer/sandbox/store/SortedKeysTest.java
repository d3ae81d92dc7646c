package io.github.tapkustomer.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedKeysTest {

  @Test
  void agreesWithATreeSetUnderRandomChanges() {
    Random random = new Random(1);
    SortedKeys keys = new SortedKeys();
    TreeSet<Long> expected = new TreeSet<>();
    for (int i = 0; i < 40_000; i++) {
      long key = random.nextInt(9_000) - 4_000L;
      if (random.nextInt(3) == 0) {
        keys.remove(key);
        expected.remove(key);
      } else {
        keys.add(key);
        expected.add(key);
      }
    }
    long[] all = expected.stream().mapToLong(Long::longValue).toArray();
    assertThat(keys.slice(0, all.length + 10)).containsExactly(all);
    assertThat(keys.rank(Long.MAX_VALUE)).isEqualTo(all.length);
    for (int rank = 0; rank < all.length; rank += 97) {
      assertThat(keys.rank(all[rank])).isEqualTo(rank);
      assertThat(keys.slice(rank, 3)[0]).isEqualTo(all[rank]);
    }
  }

  @Test
  void isEmptyAtFirstAndAgainAtLast() {
    SortedKeys keys = new SortedKeys();
    assertThat(keys.rank(5)).isZero();
    keys.remove(5);
    keys.add(5);
    keys.remove(5);
    assertThat(keys.slice(0, 3)).isEmpty();
    keys.add(7);
    assertThat(keys.slice(0, 3)).containsExactly(7);
  }
}
