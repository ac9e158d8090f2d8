// purpose: one node a payment method
CREATE CONSTRAINT payment_method_fingerprint IF NOT EXISTS FOR (n:PaymentMethod) REQUIRE n.fingerprint IS UNIQUE
