package io.github.tapkustomer.sandbox.bodies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.json.Timestamps;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;

/** Writes records in their JSON:API envelope. */
public record Renderer(Ids ids) {

  public void record(JsonOut out, Kind kind, String id, Version version) {
    Subject it = Subject.of(ids, kind, id, version);
    out.open().text("type", type(kind, version));
    if (kind == Kind.OUTBOUND_ACCOUNT) {
      // These have no id, and neither has anything that belongs to them.
      Bodies.of(kind).attributes(out.open("attributes"), it);
      out.close().close();
      return;
    }
    out.text("id", id);
    if (version.given() != null) {
      given(out, kind, version, version.given());
    } else {
      Body body = Bodies.of(kind);
      body.attributes(out.open("attributes"), it);
      if (version.deleted()) {
        out.time("deletedAt", version.updatedAt());
        if (kind != Kind.USER) {
          out.flag("deleted", true);
        }
      }
      Relations relations = new Relations(out.close().open("relationships"), it);
      if (kind != Kind.AUDIT_LOG) {
        // An entry of the audit log has it among its attributes.
        relations.to("org", Kind.ORG, 0);
      }
      body.relationships(relations, it);
      out.close();
    }
    out.open("links").text("self", "/v1/" + kind.path + "/" + id).close().close();
  }

  public void idOnly(JsonOut out, Kind kind, String id, Version version) {
    out.open().text("type", type(kind, version)).text("id", id).close();
  }

  private static String type(Kind kind, Version version) {
    return version.klass() == null ? kind.apiName : "kobject." + version.klass().apiName();
  }

  /** Unchanged, except for the times that the organization keeps itself. */
  private void given(JsonOut out, Kind kind, Version version, Version.Given given) {
    ObjectNode attributes = given.attributes().deepCopy();
    attributes.put("updatedAt", text(version.updatedAt()));
    if (!attributes.has("createdAt")) {
      attributes.put("createdAt", text(version.createdAt()));
    }
    if (version.revision() > 1) {
      attributes.put("rev", version.revision());
    }
    if (version.deleted()) {
      attributes.put("deletedAt", text(version.updatedAt()));
      if (kind != Kind.USER) {
        attributes.put("deleted", true);
      }
    }
    out.json("attributes", attributes);
    ObjectNode relationships = given.relationships();
    if (relationships != null) {
      out.json("relationships", relationships);
    } else {
      Subject it = Subject.of(ids, kind, given.id(), version);
      new Relations(out.open("relationships"), it).to("org", Kind.ORG, 0);
      out.close();
    }
  }

  private static String text(long epochMillis) {
    byte[] text = new byte[Timestamps.LENGTH];
    Timestamps.write(epochMillis, text, 0);
    return new String(text, ISO_8859_1);
  }
}
