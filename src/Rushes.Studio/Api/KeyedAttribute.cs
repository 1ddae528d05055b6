namespace Rushes.Studio.Api;

/// <summary>Marks an operation that starts something or costs something: it takes an Idempotency-Key.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KeyedAttribute : Attribute;
