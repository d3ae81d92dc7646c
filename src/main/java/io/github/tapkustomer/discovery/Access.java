package io.github.tapkustomer.discovery;

import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.stream.StreamDefinition;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a key may read. No list of roles is complete, so roles only tell which streams to try: only
 * the API's 403 proves that a key may not read one.
 */
public final class Access {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final KeyRoles roles;
  private final StreamSamples samples;

  public Access(KeyRoles roles, StreamSamples samples) {
    this.roles = requireNonNull(roles, "roles");
    this.samples = requireNonNull(samples, "samples");
  }

  /**
   * Why the key may not read a stream; empty if it may, or if the API does not say. Asks the API
   * only if the key seems to lack the stream's role.
   */
  public Optional<String> denial(StreamDefinition stream) {
    if (!roles.seemToLack(stream.roles())) {
      return Optional.empty();
    }
    try {
      samples.read(stream.endpoint(), 1);
      return Optional.empty();
    } catch (ApiException answer) {
      if (!isDenial(answer)) {
        LOG.warn(
            "{}: could not find out whether the key may read it: {}",
            stream.name(),
            answer.getMessage());
        return Optional.empty();
      }
      return Optional.of(advice(answer, stream.roles()));
    }
  }

  /** Whether the API answered that the key may not do this. */
  public static boolean isDenial(ApiException answer) {
    return answer.status() == HTTP_FORBIDDEN;
  }

  /**
   * What to do about a denial.
   *
   * @param anyOf any one of these roles is enough; empty if none is documented
   */
  public static String advice(ApiException denial, List<String> anyOf) {
    String role = anyOf.isEmpty() ? "a role that allows this" : "the role " + either(anyOf);
    return "%s; create a new key with %s".formatted(denial.getMessage(), role);
  }

  private static String either(List<String> roles) {
    return String.join(" or ", roles);
  }
}
