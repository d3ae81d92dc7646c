package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles of an API key.
 *
 * @param names empty if the API does not say
 */
public record KeyRoles(Optional<Set<String>> names) {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRoles.class);

  public KeyRoles {
    names = names.map(Set::copyOf);
  }

  static KeyRoles unknown() {
    return new KeyRoles(Optional.empty());
  }

  /**
   * Asks the API. No stream is lost if it does not say: roles only order the questions.
   *
   * @param purpose what they are read for; its name in logs and metrics
   */
  public static KeyRoles read(KustomerClient client, String purpose) {
    try {
      return of(
          client.ask(ApiRequest.get(purpose, "/v1/auth/tokens/current"), AnswerReader.json()));
    } catch (ApiException failure) {
      LOG.debug("{}", failure.getMessage());
      return unknown();
    }
  }

  /** Unknown if the answer lists no roles, or not as plain names. */
  static KeyRoles of(JsonNode answer) {
    Set<String> roles = new TreeSet<>();
    for (JsonNode role : answer.at("/data/attributes/roles")) {
      if (!role.isTextual()) {
        return unknown();
      }
      roles.add(role.textValue());
    }
    return roles.isEmpty() ? unknown() : new KeyRoles(Optional.of(roles));
  }

  /** Whether the key has none of these roles, as far as is known which roles an endpoint needs. */
  boolean seemToLack(List<String> anyOf) {
    return names.isPresent() && !anyOf.isEmpty() && anyOf.stream().noneMatch(this::holds);
  }

  /** A role includes all that begin with it: {@code org.user} covers {@code org.user.read}. */
  private boolean holds(String wanted) {
    return names.orElseThrow().stream()
        .anyMatch(role -> wanted.equals(role) || wanted.startsWith(role + "."));
  }
}
