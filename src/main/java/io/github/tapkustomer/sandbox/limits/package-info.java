/** What comes before each endpoint: API keys, roles, features of the plan, and request budgets. */
@NullMarked
package io.github.tapkustomer.sandbox.limits;

import org.jspecify.annotations.NullMarked;
