/** What stands before each endpoint: API keys, roles, features of the plan, and request budgets. */
package io.github.tapkustomer.sandbox.limits;
