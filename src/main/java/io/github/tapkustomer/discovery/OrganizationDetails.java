package io.github.tapkustomer.discovery;

import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an organization has of its own, as far as the key may read it.
 *
 * @param roles the key's roles
 * @param klasses the names of its klasses, of whatever status
 * @param attributes its custom attributes by resource, such as {@code customer} or {@code
 *     kobject.order}
 */
record OrganizationDetails(
    KeyRoles roles, List<String> klasses, Map<String, List<CustomAttribute>> attributes) {

  /** Of attributes that klasses share the name of, the first: the suffix gives them one type. */
  List<CustomAttribute> attributesOf(StreamDefinition stream) {
    Map<String, CustomAttribute> byName = new LinkedHashMap<>();
    for (String resource : Streams.resourcesOf(stream, klasses)) {
      attributes
          .getOrDefault(resource, List.of())
          .forEach(attribute -> byName.putIfAbsent(attribute.name(), attribute));
    }
    return List.copyOf(byName.values());
  }
}
