package io.github.tapkustomer.discovery;

import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is an organization's own, as far as the key may read it.
 *
 * @param roles the key's roles
 * @param klasses the names of its klasses, of any status
 * @param attributes its custom attributes by resource, such as {@code customer} or {@code
 *     kobject.order}
 */
record OrganizationDetails(
    KeyRoles roles, List<String> klasses, Map<String, List<CustomAttribute>> attributes) {

  /**
   * If klasses share an attribute's name, the first counts: the suffix gives all of them one type.
   */
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
