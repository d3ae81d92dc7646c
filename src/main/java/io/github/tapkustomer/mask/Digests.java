package io.github.tapkustomer.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Hashes of texts, in hexadecimal. Made once for many texts; not thread-safe. */
public final class Digests {
  private static final String SHA_256 = "SHA-256";
  private static final String HMAC = "HmacSHA256";

  private final Map<Secret, Mac> macs = new HashMap<>();
  private @Nullable MessageDigest sha256;

  String sha256(String text) {
    if (sha256 == null) {
      try {
        sha256 = MessageDigest.getInstance(SHA_256);
      } catch (GeneralSecurityException e) {
        throw missing(SHA_256, e);
      }
    }
    return hex(sha256.digest(text.getBytes(UTF_8)));
  }

  String hmac(Secret key, String text) {
    return hex(macs.computeIfAbsent(key, Digests::mac).doFinal(text.getBytes(UTF_8)));
  }

  private static Mac mac(Secret key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw missing(HMAC, e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static IllegalStateException missing(String algorithm, GeneralSecurityException e) {
    return new IllegalStateException("every Java has " + algorithm, e);
  }
}
