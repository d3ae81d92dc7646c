package io.github.tapkustomer.mask;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Secret;
import java.util.Optional;

/**
 * What a target gets instead of a masked value. Null always stays null. A way prints as in the
 * settings, without a key.
 */
public sealed interface Way {
  /** What a text becomes; empty if that is null. */
  Optional<String> mask(String text, Digests digests);

  /** Whether any value becomes a text, so that the column is one too. */
  default boolean makesText() {
    return true;
  }

  /** The way in a column whose values are not text. */
  default Way forOthersThanTexts() {
    return this;
  }

  /** Null. */
  record Nothing() implements Way {
    @Override
    public Optional<String> mask(String text, Digests digests) {
      return Optional.empty();
    }

    @Override
    public boolean makesText() {
      return false;
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  /** A fixed text; null in a column of another type, which keeps its type. */
  record Redact() implements Way {
    private static final String TEXT = "redacted";

    @Override
    public Way forOthersThanTexts() {
      return new Nothing();
    }

    @Override
    public Optional<String> mask(String text, Digests digests) {
      return Optional.of(TEXT);
    }

    @Override
    public boolean makesText() {
      return false;
    }

    @Override
    public String toString() {
      return "redact";
    }
  }

  /** The SHA-256 of the text, in hexadecimal. Few or short values can be guessed. */
  record Sha256() implements Way {
    @Override
    public Optional<String> mask(String text, Digests digests) {
      return Optional.of(digests.sha256(text));
    }

    @Override
    public String toString() {
      return "sha256";
    }
  }

  /** The HMAC-SHA-256 of the text under a key, in hexadecimal. */
  record Hmac(Secret key) implements Way {
    public Hmac {
      requireNonNull(key, "key");
    }

    @Override
    public Optional<String> mask(String text, Digests digests) {
      return Optional.of(digests.hmac(key, text));
    }

    @Override
    public String toString() {
      return "hmac";
    }
  }

  /** Stars and the last characters of the text, if it has at least twice as many. */
  record Partial(int shown) implements Way {
    private static final String STARS = "***";

    public Partial {
      if (shown < 1) {
        throw new IllegalArgumentException("shown: must be at least 1, was " + shown);
      }
    }

    @Override
    public Optional<String> mask(String text, Digests digests) {
      int length = text.codePointCount(0, text.length());
      boolean isShort = length < 2L * shown;
      return Optional.of(
          STARS + (isShort ? "" : text.substring(text.offsetByCodePoints(text.length(), -shown))));
    }

    @Override
    public String toString() {
      return "partial:" + shown;
    }
  }
}
