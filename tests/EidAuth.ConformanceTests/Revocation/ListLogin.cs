using EidAuth.Login;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>A login whose certificates name lists and whose responders are silent.</summary>
internal sealed class ListLogin
{
    public ListLogin(bool isRsa)
    {
        Login = (isRsa ? LoginScenario.Rsa() : LoginScenario.Ec()).WithListAddresses();
        Login.HolderResponderIsDown = Login.RootResponderIsDown = true;
        (Holder, Issuer) = (ForgedCrl.Of(Login.Ca, Login.Now), ForgedCrl.Of(Login.Root, Login.Now));
        Login.HolderList = () => Holder.Encode();
        Login.IssuerList = () => Issuer.Encode();
    }

    public LoginScenario Login { get; }

    public DateTimeOffset Now => Login.Now;

    /// <summary>What lies at the address of the holder's list.</summary>
    public ForgedCrl Holder { get; set; }

    /// <summary>What lies at the address of the issuing CA's.</summary>
    public ForgedCrl Issuer { get; set; }

    /// <summary>Lists the holder.</summary>
    public void List(params byte[][] extensions) => Holder.Entries = [.. Holder.Entries, ForgedCrl.Entry(Login.Leaf.SerialNumber, Now.AddDays(-3), extensions)];

    /// <summary>Lists the issuing CA.</summary>
    public void ListIssuer(params byte[][] extensions) => Issuer.Entries = [.. Issuer.Entries, ForgedCrl.Entry(Login.Ca.SerialNumber, Now.AddDays(-3), extensions)];

    public void Scope(params byte[][] fields) => Holder.With(Forge.IssuingDistributionPoint, Der.Sequence(fields), critical: true);

    public LoginOutcome Run() => Login.Run();
}
