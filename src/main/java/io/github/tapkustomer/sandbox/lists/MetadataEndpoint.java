package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.record.CustomAttribute;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.store.Context;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;
import java.util.List;
import java.util.Optional;

/** The definitions of custom attributes: exactly those that the records have. */
public final class MetadataEndpoint {
  private static final String KLASS_PREFIX = "kobject.";
  private static final List<Kind> RESOURCES =
      List.of(Kind.CUSTOMER, Kind.CONVERSATION, Kind.MESSAGE, Kind.COMPANY, Kind.NOTE, Kind.USER);

  private final Organization organization;

  public MetadataEndpoint(Organization organization) {
    this.organization = organization;
  }

  public Answer get(Request request, List<String> parts) {
    String resource = parts.get(0);
    Context context =
        context(resource).orElseThrow(() -> ApiError.notFound("resource " + resource));
    List<CustomAttribute> attributes = CustomAttributes.on(context.kind(), context.klass());
    JsonOut out = new JsonOut(4_000).open().open("data").text("type", "metadata");
    out.text("id", resource).open("attributes").open("properties");
    attributes.forEach(attribute -> write(out, attribute));
    out.close().close().open("relationships").open("org").open("data").text("type", "org");
    out.text("id", organization.ids().of(Kind.ORG, 0)).close().close().close();
    out.open("links").text("self", "/v1/metadata/" + resource).close();
    return Answer.json(out.close().close());
  }

  private Optional<Context> context(String resource) {
    if (resource.startsWith(KLASS_PREFIX)) {
      return Klass.named(resource.substring(KLASS_PREFIX.length()))
          .filter(klass -> klass.ordinal() < organization.table(Kind.KLASS).size())
          .map(klass -> new Context(Kind.KOBJECT, klass));
    }
    return Kind.named(resource).filter(RESOURCES::contains).map(Context::of);
  }

  private void write(JsonOut out, CustomAttribute attribute) {
    out.open(attribute.name()).text("type", attribute.type());
    out.text("displayName", attribute.displayName());
    if (attribute.multi()) {
      out.flag("multi", true);
    }
    if (attribute.sensitive()) {
      out.open("sensitive").flag("enabled", true).close();
    }
    attribute.target().ifPresent(klass -> out.text("target", KLASS_PREFIX + klass));
    if (attribute.type().equals("tree")) {
      out.open("tree").openList("children").closeList().close();
    }
    out.text("modifiedBy", organization.ids().of(Kind.USER, 0));
    out.time("modifiedAt", organization.table(Kind.KLASS).existing(0).createdAt()).close();
  }
}
