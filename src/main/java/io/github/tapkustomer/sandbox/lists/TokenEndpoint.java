package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.limits.ApiKeys;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import java.util.List;
import java.util.function.Supplier;

/** What a key may know about itself. */
public final class TokenEndpoint {
  private final Organization organization;
  private final Supplier<List<String>> roles;

  public TokenEndpoint(Organization organization, Supplier<List<String>> roles) {
    this.organization = organization;
    this.roles = roles;
  }

  public Answer current(Request request, List<String> parts) {
    Ids ids = organization.ids();
    JsonOut out = new JsonOut(2_000).open().open("data").text("type", "token");
    out.text("id", ids.of(Kind.TOKEN, 0)).open("attributes").text("name", "sandbox");
    out.text("lastTokenChars", ApiKeys.VALID.substring(ApiKeys.VALID.length() - 4));
    out.texts("roles", roles.get().toArray(String[]::new)).close();
    out.open("relationships").open("user").open("data").text("type", "user");
    out.text("id", ids.of(Kind.USER, 0)).close().close().close();
    out.open("links").text("self", "/v1/auth/tokens/current").close();
    return Answer.json(out.close().close());
  }
}
