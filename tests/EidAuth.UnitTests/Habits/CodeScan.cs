using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace EidAuth.UnitTests.Habits;

/// <summary>Reads compiled methods: what they call and which texts are in them. However a source is written (an alias, a using static, a constant, a lambda), that much is left of it.</summary>
internal static class CodeScan
{
    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => unchecked((ushort)code.Value));

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every member that is called or used: the outermost type that does it, the member's type, its name without <c>get_</c>.</summary>
    public static IEnumerable<(string Caller, Type Type, string Member)> Calls(IEnumerable<Type> types) =>
        from part in Parts(types)
        where part.Code.OperandType is OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineField
        let member = part.Method.Module.ResolveMember(part.Token, TypeArguments(part.Method), MethodArguments(part.Method))
        where member?.DeclaringType is not null
        select (Outermost(part.Method.DeclaringType!), member.DeclaringType, member.Name.StartsWith("get_", StringComparison.Ordinal) ? member.Name[4..] : member.Name);

    /// <summary>Every text in the code, with the outermost type that has it.</summary>
    public static IEnumerable<(string Holder, string Text)> Texts(IEnumerable<Type> types) =>
        from part in Parts(types)
        where part.Code.OperandType == OperandType.InlineString
        select (Outermost(part.Method.DeclaringType!), part.Method.Module.ResolveString(part.Token));

    private static IEnumerable<(MethodBase Method, OpCode Code, int Token)> Parts(IEnumerable<Type> types)
    {
        foreach (var method in types.SelectMany(type => type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything))))
        {
            var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
            for (var at = 0; at < code.Length;)
            {
                var operation = Codes[code[at] == 0xFE ? (ushort)(0xFE00 | code[at + 1]) : code[at]];
                at += operation.Size;
                if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineField or OperandType.InlineString)
                {
                    yield return (method, operation, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
                }

                at += Length(operation.OperandType, code, at);
            }
        }
    }

    // ECMA-335 §VI.C.1.
    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4,
    };

    private static Type[]? TypeArguments(MethodBase method) => method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase method) => method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : null;

    private static string Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type.Name;
}
