package io.github.tapkustomer.about;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.stream.StreamDefinition;

/** The introduction as Meltano's SDK taps give it, with the streams beside. */
final class AboutJson {
  private final About about;

  AboutJson(About about) {
    this.about = about;
  }

  String print() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("name", about.name());
    root.put("description", about.description());
    root.put("version", about.version());
    about.capabilities().forEach(root.putArray("capabilities")::add);
    root.set("settings", SettingsSchema.of(about.settings()));
    about.streams().forEach(stream -> describe(stream, root.withArray("streams").addObject()));
    return root.toPrettyString() + "\n";
  }

  private static void describe(StreamDefinition stream, ObjectNode node) {
    node.put("name", stream.name());
    StreamDefinition.KEY_PROPERTIES.forEach(node.putArray("key_properties")::add);
    stream
        .replicationKey()
        .ifPresentOrElse(
            key -> node.put("replication_key", key), () -> node.putNull("replication_key"));
    stream.parent().ifPresent(parent -> node.put("parent", parent));
    node.put("selected_by_default", stream.selectedByDefault());
    stream.roles().forEach(node.putArray("any_role_of")::add);
  }
}
