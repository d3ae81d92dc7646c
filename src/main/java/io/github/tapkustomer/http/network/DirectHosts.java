package io.github.tapkustomer.http.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * The hosts that {@code NO_PROXY} lists, separated by commas or spaces: a name stands for itself
 * and all names below it, an address for itself, {@code 10.0.0.0/8} for a range of addresses, and
 * {@code *} for all. A port limits an entry to that port. Names are not looked up.
 */
record DirectHosts(List<String> entries) {
  DirectHosts {
    entries = List.copyOf(entries);
  }

  static DirectHosts of(String list) {
    return new DirectHosts(
        Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  boolean contains(HttpUrl url) {
    return entries.stream().anyMatch(entry -> matches(entry, url));
  }

  private static boolean matches(String entry, HttpUrl url) {
    if (entry.equals("*")) {
      return true;
    }
    Optional<AddressRange> range = AddressRange.parse(entry);
    if (range.isPresent()) {
      return range.get().contains(url.host());
    }
    String host = entry;
    int colon = entry.lastIndexOf(':');
    if (colon > 0) {
      if (!entry.substring(colon + 1).equals(String.valueOf(url.port()))) {
        return false;
      }
      host = entry.substring(0, colon);
    }
    Optional<AddressRange> address = AddressRange.parse(host);
    if (address.isPresent()) {
      return address.get().contains(url.host());
    }
    String name = host.replaceFirst("^\\*?\\.", "");
    return !name.isEmpty() && (url.host().equals(name) || url.host().endsWith("." + name));
  }
}
