package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.RandomAttributes.Leaf;
import io.github.tapkustomer.singer.FieldPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Any schema, any masks, and any values, over two runs: no masked value leaves in plain. Which are
 * masked is told here by the patterns alone, in another way than the tap does it.
 */
class RandomMasksTest {
  private static final int CASES = 400;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COLUMNS =
      RandomAttributes.NAMES.subList(0, 4).stream().map(RandomAttributes::snake).toList();
  private static final List<Way> WAYS =
      List.of(
          new Way.Nothing(),
          new Way.Redact(),
          new Way.Sha256(),
          new Way.Hmac(new Secret("k")),
          new Way.Partial(3));

  private long hidden;
  private long plain;

  @Test
  @Timeout(300)
  void noMaskedValueLeaves() throws IOException {
    FuzzCases.each(
        CASES,
        seed -> {
          Random random = new Random(seed);
          ObjectNode schema = new RandomSchema(random, COLUMNS).next();
          if (random.nextBoolean()) {
            // Each attribute leaves twice then.
            schema.withObject("/properties/attributes").put("type", "object");
          }
          Masks masks = masks(random);
          ObjectNode remembered = JSON.createObjectNode();
          for (int run = 0; run < 2; run++) {
            Encoding encoding =
                Encoding.masked("cards", schema.deepCopy(), remembered.deepCopy(), masks);
            for (int i = 0; i < 6; i++) {
              RandomAttributes attributes = new RandomAttributes(random);
              encoding.attributes(attributes.members());
              remembered = encoding.plan().addedColumns();
              check(
                  masks,
                  attributes,
                  encoding.text() + encoding.schema() + remembered,
                  "seed " + seed);
            }
          }
        });
    assertThat(hidden).isGreaterThan(CASES);
    assertThat(plain).isGreaterThan(CASES);
  }

  private void check(Masks masks, RandomAttributes attributes, String output, String seed) {
    for (Leaf leaf : attributes.leaves()) {
      if (leaf.isMasked(masks)) {
        hidden++;
        assertThat(output).as(seed + ": " + leaf + " by " + masks).doesNotContain(leaf.shown());
      } else if (output.contains(leaf.shown())) {
        plain++;
      }
    }
  }

  private static Masks masks(Random random) {
    List<Mask> masks = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      StringBuilder field = new StringBuilder();
      for (int names = random.nextInt(3); names >= 0; names--) {
        String name =
            RandomAttributes.snake(
                RandomAttributes.NAMES.get(random.nextInt(RandomAttributes.NAMES.size())));
        field.append(
            switch (random.nextInt(6)) {
              case 0 -> name.charAt(0) + "*" + name.substring(name.length() - 1);
              case 1 -> names == 0 ? name + "[]" : "*" + name;
              default -> name;
            });
        field.append(names == 0 ? "" : ".");
      }
      FieldPattern pattern =
          FieldPattern.parse((random.nextBoolean() ? "*." : "cards.") + field).orElseThrow();
      masks.add(new Mask(pattern, WAYS.get(random.nextInt(WAYS.size()))));
    }
    return new Masks(masks);
  }
}
