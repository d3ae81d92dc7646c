package io.github.tapkustomer.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Masks texts. It keeps its digests for the next text, so it is not thread-safe. */
public final class Masker {
  private static final String HMAC = "HmacSHA256";
  private static final String STARS = "***";

  private final Map<Way.Hmac, Mac> macs = new HashMap<>();
  private final MessageDigest digest = sha256();

  /** What a text becomes; empty where that is null. */
  public Optional<String> mask(Way way, String text) {
    if (way instanceof Way.Sha256) {
      return Optional.of(hex(digest.digest(text.getBytes(UTF_8))));
    } else if (way instanceof Way.Hmac hmac) {
      return Optional.of(hex(mac(hmac).doFinal(text.getBytes(UTF_8))));
    } else if (way instanceof Way.Partial partial) {
      return Optional.of(STARS + end(text, partial.shown()));
    }
    return way instanceof Way.Redact ? Optional.of(Way.Redact.TEXT) : Optional.empty();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String end(String text, int shown) {
    int length = text.codePointCount(0, text.length());
    return length < 2L * shown
        ? ""
        : text.substring(text.offsetByCodePoints(text.length(), -shown));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Mac mac(Way.Hmac way) {
    return macs.computeIfAbsent(way, Masker::newMac);
  }

  private static Mac newMac(Way.Hmac way) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(way.key().reveal().getBytes(UTF_8), HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
