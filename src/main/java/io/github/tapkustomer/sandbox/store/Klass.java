package io.github.tapkustomer.sandbox.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A kind of custom object that this organization has defined.
 *
 * @param ordinal its place in the list of klasses
 */
public record Klass(int ordinal, String apiName, String displayName, String icon, String status) {
  /** The most that one organization can have here. */
  public static final int MOST = 250;

  public static final Klass ORDER = new Klass(0, "order", "Order", "cart", "enabled");
  public static final Klass RETURN = new Klass(1, "ecomm-return", "Return", "box", "enabled");
  public static final Klass SUBSCRIPTION =
      new Klass(2, "subscription", "Subscription", "repeat", "enabled");

  private static final List<Klass> USUAL =
      List.of(
          ORDER,
          RETURN,
          SUBSCRIPTION,
          new Klass(3, "loyalty_tier", "Loyalty tier", "star", "existing_only"),
          new Klass(4, "legacy-ticket", "Legacy ticket", "tag", "disabled"));

  /** Names that differ only in digits, marks, case or script. */
  private static final List<String> FURTHER =
      List.of("order%d", "order-%d", "Order_%d", "注文%d", "заказ%d");

  public static Klass at(int ordinal) {
    if (ordinal < USUAL.size()) {
      return USUAL.get(ordinal);
    }
    String name = FURTHER.get(ordinal % FURTHER.size()).formatted(ordinal / FURTHER.size());
    return new Klass(ordinal, name, name, "cube", "enabled");
  }

  /** How many klasses an organization usually has. */
  public static int usualCount() {
    return USUAL.size();
  }

  /** The klass of a generated object: three in five are orders. */
  public static Klass ofGenerated(int ordinal) {
    return switch (ordinal % 5) {
      case 3 -> RETURN;
      case 4 -> SUBSCRIPTION;
      default -> ORDER;
    };
  }

  public static Optional<Klass> named(String apiName) {
    return IntStream.range(0, MOST)
        .mapToObj(Klass::at)
        .filter(klass -> klass.apiName.equals(apiName))
        .findFirst();
  }
}
