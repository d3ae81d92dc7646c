package io.github.tapkustomer.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Kustomer hosts an organization. */
enum Region {
  US("us", "1", "https://api.kustomerapp.com"),
  EU("eu", "2", "https://api.prod2.kustomerapp.com"),
  IN("in", "in", "https://api.prod4.kustomerapp.com");

  private final String key;
  private final String prodPoint;
  private final URI apiUrl;

  Region(String key, String prodPoint, String apiUrl) {
    this.key = key;
    this.prodPoint = prodPoint;
    this.apiUrl = URI.create(apiUrl);
  }

  String key() {
    return key;
  }

  URI apiUrl() {
    return apiUrl;
  }

  /**
   * The region with this key, in any case, or with this number, which older taps call a prod point.
   */
  static Optional<Region> named(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceFirst("\\.0+$", "");
    return Stream.of(values())
        .filter(region -> name.equals(region.key) || name.equals(region.prodPoint))
        .findAny();
  }

  static List<String> keys() {
    return Stream.of(values()).map(Region::key).toList();
  }
}
