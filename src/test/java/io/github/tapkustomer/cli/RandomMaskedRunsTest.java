package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.RandomAttributes;
import io.github.tapkustomer.record.RandomAttributes.Leaf;
import io.github.tapkustomer.singer.FieldPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any masks and any values: no masked value is in anything that a run and the next one leave, which
 * is stdout with its states, the log, the summary, and the report; no other file is written.
 */
class RandomMaskedRunsTest {
  private static final int CASES = 6;
  private static final int RECORDS = 5;
  private static final List<String> PATTERNS =
      List.of("customers.c0", "*.c?", "*.c1.*", "*.c2[]", "customers.extra_*", "*.c0.c1");
  private static final List<String> WAYS =
      List.of("null", "redact", "sha256", "hmac", "hmac:another key", "partial:3");

  @TempDir private Path folder;
  private long hidden;

  @Test
  void leaveNoMaskedValue() throws IOException {
    for (int seed = 1; seed <= CASES; seed++) {
      Random random = new Random(seed);
      ObjectNode masks = JsonNodeFactory.instance.objectNode();
      for (int i = random.nextInt(2); i >= 0; i--) {
        masks.put(any(PATTERNS, random), any(WAYS, random));
      }
      List<RandomAttributes> records =
          Stream.generate(() -> new RandomAttributes(random)).limit(RECORDS).toList();

      check(records, patterns(masks), left(records, masks), seed + ": " + masks);
    }
    assertThat(hidden).isGreaterThan(CASES);
  }

  private void check(List<RandomAttributes> records, Masks masks, String left, String title) {
    for (RandomAttributes record : records) {
      for (Leaf leaf : record.leaves()) {
        if (leaf.isMasked(masks)) {
          hidden++;
          assertThat(left).as(title).doesNotContain(leaf.shown());
        }
      }
    }
  }

  /** All that two runs leave. */
  private String left(List<RandomAttributes> records, ObjectNode masks) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Answers answers = new Answers()) {
      answers.search("customer", customers(records));
      Tap tap = answers.tap(folder).set("mask", masks).set("hmac_key", "a key");
      for (int run = 0; run < 2; run++) {
        LeftBehind left = LeftBehind.by(tap, folder);
        all.append(left.text());
        tap.state(left.run().output().lastState().orElseThrow());
      }
    }
    return all.toString();
  }

  private static String[] customers(List<RandomAttributes> records) {
    return IntStream.range(0, records.size())
        .mapToObj(
            i ->
                "{\"type\":\"customer\",\"id\":\"c%d\",\"attributes\":{%s,\"updatedAt\":\"@9\"}}"
                    .formatted(i, records.get(i).members()))
        .toArray(String[]::new);
  }

  private static Masks patterns(ObjectNode masks) {
    return new Masks(
        masks.properties().stream()
            .map(mask -> FieldPattern.parse(mask.getKey()).orElseThrow())
            .map(pattern -> new Mask(pattern, new Way.Nothing()))
            .toList());
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
