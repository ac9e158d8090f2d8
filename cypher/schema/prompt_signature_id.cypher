// purpose: one node a prompt template
CREATE CONSTRAINT prompt_signature_id IF NOT EXISTS FOR (n:PromptSignature) REQUIRE n.id IS UNIQUE
