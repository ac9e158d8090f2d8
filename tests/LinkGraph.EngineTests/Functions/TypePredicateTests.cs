using LinkGraph.Cypher.Functions.Operators;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Functions;

/// <summary>What Neo4j 5.26 answers to value IS :: TYPE.</summary>
public sealed class TypePredicateTests
{
    private static readonly CypherType Integer = new ScalarType(CypherTypeKind.Integer, false);
    private static readonly CypherType Text = new ScalarType(CypherTypeKind.String, false);

    [Fact]
    public void Is_Null_OfEveryTypeThatTakesIt()
    {
        Assert.True(TypePredicate.Is(Value.Null, Integer));
        Assert.False(TypePredicate.Is(Value.Null, new ScalarType(CypherTypeKind.Integer, true)));
        Assert.False(TypePredicate.Is(Value.Null, new ScalarType(CypherTypeKind.Nothing, false)));
        Assert.True(TypePredicate.Is(Value.Null, new ScalarType(CypherTypeKind.Null, false)));
        Assert.False(TypePredicate.Is(Value.Null, new ScalarType(CypherTypeKind.Any, true)));
    }

    [Fact]
    public void Is_Lists_OfWhatTheyHold()
    {
        var withNull = Value.List(Value.Of(1), Value.Null);
        Assert.True(TypePredicate.Is(withNull, new ListType(Integer, false)));
        Assert.False(TypePredicate.Is(withNull, new ListType(new ScalarType(CypherTypeKind.Integer, true), false)));
        Assert.True(TypePredicate.Is(Value.List(), new ListType(new ScalarType(CypherTypeKind.Nothing, false), false)));
        var mixed = Value.List(Value.Of(1), Value.Of("a"));
        Assert.False(TypePredicate.Is(mixed, new ListType(Integer, false)));
        Assert.True(TypePredicate.Is(mixed, new ListType(new UnionType([Integer, Text]), false)));
    }

    [Fact]
    public void Is_PropertyValue_WhatCanBeStored()
    {
        var storable = new ScalarType(CypherTypeKind.PropertyValue, false);
        Assert.True(TypePredicate.Is(Value.Of(1), storable));
        Assert.True(TypePredicate.Is(Value.List(Value.Of(1), Value.Of(2.0)), storable));
        Assert.True(TypePredicate.Is(Value.List(), storable));
        Assert.False(TypePredicate.Is(Value.List(Value.Of(1), Value.Of("a")), storable));
        Assert.False(TypePredicate.Is(Value.List(Value.Null), storable));
        Assert.False(TypePredicate.Is(Value.Map(MapValue.Empty), storable));
        Assert.False(TypePredicate.Is(Value.Node(1), storable));
    }
}
