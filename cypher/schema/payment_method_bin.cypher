// purpose: payment methods of an issuer
CREATE INDEX payment_method_bin IF NOT EXISTS FOR (n:PaymentMethod) ON (n.bin)
