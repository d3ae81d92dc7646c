package io.github.tapkustomer.sandbox.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sorted set of longs in small blocks: cheap to change, and to find the n-th of a range. */
final class SortedKeys {
  private static final int BLOCK = 512;

  private static final class Block {
    final long[] keys = new long[BLOCK];
    int size;

    int rank(long key) {
      int found = Arrays.binarySearch(keys, 0, size, key);
      return found < 0 ? -found - 1 : found;
    }
  }

  private final List<Block> blocks = new ArrayList<>();

  void add(long key) {
    if (blocks.isEmpty()) {
      blocks.add(new Block());
    }
    int number = blockOf(key);
    Block block = blocks.get(number);
    if (block.size == BLOCK) {
      split(number);
      add(key);
      return;
    }
    int at = block.rank(key);
    if (at < block.size && block.keys[at] == key) {
      return;
    }
    System.arraycopy(block.keys, at, block.keys, at + 1, block.size - at);
    block.keys[at] = key;
    block.size++;
  }

  void remove(long key) {
    if (blocks.isEmpty()) {
      return;
    }
    int number = blockOf(key);
    Block block = blocks.get(number);
    int at = block.rank(key);
    if (at == block.size || block.keys[at] != key) {
      return;
    }
    System.arraycopy(block.keys, at + 1, block.keys, at, block.size - at - 1);
    block.size--;
    if (block.size == 0) {
      blocks.remove(number);
    }
  }

  /** How many keys are less than this one. */
  int rank(long key) {
    if (blocks.isEmpty()) {
      return 0;
    }
    int number = blockOf(key);
    int rank = blocks.get(number).rank(key);
    for (int i = 0; i < number; i++) {
      rank += blocks.get(i).size;
    }
    return rank;
  }

  /** Keys from the given rank on, at most {@code count} of them. */
  long[] slice(int rank, int count) {
    long[] slice = new long[count];
    int filled = 0;
    int skip = rank;
    for (Block block : blocks) {
      if (filled == count) {
        break;
      }
      if (skip >= block.size) {
        skip -= block.size;
        continue;
      }
      int take = Math.min(block.size - skip, count - filled);
      System.arraycopy(block.keys, skip, slice, filled, take);
      filled += take;
      skip = 0;
    }
    return filled == count ? slice : Arrays.copyOf(slice, filled);
  }

  private int blockOf(long key) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).keys[0] <= key) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Keys mostly arrive in order, so the last block is left nearly full. */
  private void split(int number) {
    Block full = blocks.get(number);
    int keep = number == blocks.size() - 1 ? BLOCK * 9 / 10 : BLOCK / 2;
    Block right = new Block();
    right.size = BLOCK - keep;
    System.arraycopy(full.keys, keep, right.keys, 0, right.size);
    full.size = keep;
    blocks.add(number + 1, right);
  }
}
