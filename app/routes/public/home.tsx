export default function Home() {
  return <h1>山西省集成电路产业投资基金</h1>;
}
