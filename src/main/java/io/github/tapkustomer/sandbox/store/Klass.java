package io.github.tapkustomer.sandbox.store;

import java.util.Optional;

/** The custom objects that this organization has defined. */
public enum Klass {
  ORDER("order", "Order", "cart", "enabled"),
  RETURN("ecomm-return", "Return", "box", "enabled"),
  SUBSCRIPTION("subscription", "Subscription", "repeat", "enabled"),
  LOYALTY("loyalty_tier", "Loyalty tier", "star", "existing_only"),
  TICKET("legacy-ticket", "Legacy ticket", "tag", "disabled");

  private static final Klass[] ALL = values();

  public final String apiName;
  public final String displayName;
  public final String icon;
  public final String status;

  Klass(String apiName, String displayName, String icon, String status) {
    this.apiName = apiName;
    this.displayName = displayName;
    this.icon = icon;
    this.status = status;
  }

  public static Klass at(int ordinal) {
    return ALL[ordinal];
  }

  static int count() {
    return ALL.length;
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
    for (Klass klass : ALL) {
      if (klass.apiName.equals(apiName)) {
        return Optional.of(klass);
      }
    }
    return Optional.empty();
  }
}
