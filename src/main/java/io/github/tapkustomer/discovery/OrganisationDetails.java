package io.github.tapkustomer.discovery;

import java.util.List;
import java.util.Map;

/**
 * What an organisation has of its own, as far as the key may read it.
 *
 * @param roles the key's roles
 * @param klasses the names of its klasses, of whatever status
 * @param attributes its custom attributes by resource, such as {@code customer} or {@code
 *     kobject.order}
 */
record OrganisationDetails(
    KeyRoles roles, List<String> klasses, Map<String, List<CustomAttribute>> attributes) {

  List<CustomAttribute> attributesOf(String resource) {
    return attributes.getOrDefault(resource, List.of());
  }
}
