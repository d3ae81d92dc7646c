package io.github.tapkustomer.http.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IP addresses with the same beginning, such as {@code 10.0.0.0/8}, or a single one.
 *
 * @param bits how many of the address's first bits count
 */
record AddressRange(InetAddress address, int bits) {
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** An IPv6 address may stand in brackets, as in a URL. */
  private static final Pattern FORM =
      Pattern.compile(
          "(%1$s(?:\\.%1$s){3}|\\[?[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*\\]?)(?:/(\\d{1,3}))?"
              .formatted(BYTE));

  /** Reads an address or a range; empty if the text is neither, such as a host's name. */
  static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      // Text in the form of an address is not looked up as a name.
      InetAddress address = InetAddress.getByName(form.group(1));
      int all = address.getAddress().length * Byte.SIZE;
      int bits = form.group(2) == null ? all : Integer.parseInt(form.group(2));
      return bits > all ? Optional.empty() : Optional.of(new AddressRange(address, bits));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  boolean contains(String host) {
    return parse(host).filter(other -> prefix(other).equals(prefix(this))).isPresent();
  }

  private String prefix(AddressRange range) {
    byte[] bytes = range.address.getAddress();
    int rest = bytes.length * Byte.SIZE - bits;
    return bytes.length + " " + (rest < 0 ? -1 : new BigInteger(1, bytes).shiftRight(rest));
  }
}
